/** The least a post may cost: below it the card's fixed fee would eat most of it. In minor units of US dollars. */
export const leastPrice = 100;
