export { confirmAddress } from "./confirm-address";
export { cookieName, readCookie, sessionOfCookie } from "./cookie";
export { actorOfSession, listSessions } from "./queries";
export { reasonToShow } from "./reasons";
export { revokeOtherSessions, revokeSession } from "./revoke-session";
export { deviceListOutput } from "./schema";
export { signIn } from "./sign-in";
export { signInWithIdentity } from "./sign-in-with-identity";
export { startSession } from "./start-session";
