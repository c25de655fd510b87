export { leftOfSales } from "./left-of-sales";
export { explainSale, readEarnings, salesOfCreator } from "./queries";
export { recordSale, type SaleKind } from "./record-sale";
export { type Earnings, earningsOutput, type SaleExplanation, saleExplanationOutput, saleOutput, type SaleView } from "./schema";
export { subscribers } from "./subscribers";
export { toWhom } from "./share-out";
export { splitInForce, termsOfSale } from "./terms";
