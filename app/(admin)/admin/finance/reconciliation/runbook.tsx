/** Where it is written down what to do about a difference. */
export const Runbook = () => (
  <p className="mt-4 text-soft">
    What to do about a difference: <span className="num">docs/runbooks/books-differ-from-stripe.md</span>. Look at the cause on both sides first; nothing is booked to suspense by itself.
  </p>
);
