export { explainSale, readEarnings, salesOfCreator } from "./queries";
export { recordSale } from "./record-sale";
export { type Earnings, earningsOutput, type SaleExplanation, saleExplanationOutput, saleOutput, type SaleView } from "./schema";
export { subscribers } from "./subscribers";
