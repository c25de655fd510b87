export { readWaiting, type Waiting } from "./read-waiting";
