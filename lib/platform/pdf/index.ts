export { type Block, drawPaper, type Paper } from "./draw-paper";
export { textFontPath, titleFontPath } from "./fonts";
export { ink, left, type Page, put, readAloud, right, rule, type Structure } from "./marks";
