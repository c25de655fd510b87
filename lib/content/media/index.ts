export { completeUpload } from "./complete-upload";
export { describeMedia } from "./describe-media";
export { dropUnusedMedia } from "./drop-unused";
export { jobs } from "./jobs";
export { openMedia, ownMedia } from "./queries";
export { requestUpload } from "./request-upload";
export { readUrlSeconds } from "./rules";
export { describeMediaInput, mediaOutput, rendition, requestUploadInput, uploadOutput } from "./schema";
