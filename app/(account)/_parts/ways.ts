type Way = { intent?: "fan" | "creator" | undefined; next?: string | undefined };

/** The address of a form that leads on to `next`, which the caller has checked. */
const wayTo = (path: string, { intent, next }: Way): string => {
  const query = new URLSearchParams({ ...(intent ? { intent } : {}), ...(next ? { next } : {}) }).toString();
  return query ? `${path}?${query}` : path;
};
export const signUpPath = (way: Way = {}): string => wayTo("/sign-up", way);
export const signInPath = (next?: string): string => wayTo("/sign-in", { next });
