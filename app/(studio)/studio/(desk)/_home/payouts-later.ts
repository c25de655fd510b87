/** Said wherever the balance stands, for as long as nothing pays out. */
export const payoutsLater = "Payouts open later; everything you earn is booked and stays yours.";
