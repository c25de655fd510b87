export { openCreatorPage } from "./open-creator-page";
export { canEditCreator, canEndSale, canSellFrom, pageOfActor } from "./policy";
export { creatorByHandle, creatorById, toCreatorCard } from "./queries";
export { type Creator, type CreatorCard, creatorCardOutput, creatorOutput, handle, openCreatorPageInput, updateCreatorInput } from "./schema";
export { creatorsTag } from "./cache-tag";
export { fold } from "./search-text";
export { updateCreator } from "./update-creator";
