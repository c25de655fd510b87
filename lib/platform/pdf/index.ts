export { type Block, drawPaper, type Paper } from "./draw-paper";
export { textFontPath, titleFontPath } from "./fonts";
