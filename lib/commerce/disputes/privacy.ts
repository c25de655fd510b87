import { definePrivacy } from "@/lib/platform/privacy";

const books = { basis: "legal obligation", retention: "As long as the law of our books says; the period of each country is to be set with counsel before launch.", exported: "as is", erasure: { keep: "Disputed payments are part of the books (GDPR Art. 17(3)(b)) and of a claim that can be raised again, until the period of the books has passed." } } as const;
const claim = { basis: "legitimate interest", retention: "Two years after the dispute has ended: banks and networks ask again within that time. Not yet removed by a job.", exported: "as is", erasure: { keep: "Needed to establish and defend a legal claim (GDPR Art. 17(3)(e)) until two years after its end." } } as const;
const guard = { basis: "legitimate interest", retention: "While the block is in force, and two years after: it keeps stolen cards from coming back.", exported: "as is", erasure: { keep: "Fraud would return with a new account if it were forgotten (GDPR Art. 17(3)(e)); two years after its end." } } as const;

export const privacy = definePrivacy(
  "commerce/disputes",
  {
    Dispute: {
      subject: "the fan who paid (fanUserId) and the creator who was paid (creatorId)",
      personal: {
        saleId: { ...books, purpose: "The payment it is about." },
        creatorId: { ...books, purpose: "Who was paid." },
        fanUserId: { ...books, purpose: "Who paid." },
        providerId: { ...books, purpose: "The provider's paper for it." },
        reason: { ...books, purpose: "What the bank says the fan says." },
        networkCode: { ...books, purpose: "The same in the network's code." },
        amount: { ...books, purpose: "How much." },
        platformFee: { ...books, purpose: "What of it we had kept." },
        processingFee: { ...books, purpose: "What of it the provider had kept." },
        stage: { ...books, purpose: "Where it stands." },
        openedAt: { ...books, purpose: "When." },
        strength: { ...claim, purpose: "How much there is to show.", exported: { leftOut: "It would tell how evidence is weighed while the bank still reads." } },
        weighed: { ...claim, purpose: "What counted for it.", exported: { leftOut: "It would tell how evidence is weighed while the bank still reads." } },
        decision: { ...claim, purpose: "Whether it was answered." },
        decisionReason: { ...claim, purpose: "Why, as the creator read it." },
        decidedByUserId: { ...claim, purpose: "Which administrator decided.", exported: { leftOut: "It is another person than the one who asks." } },
        evidenceFile: { ...claim, purpose: "The provider's number of the paper that was sent." },
        withdrawn: { ...books, purpose: "What the bank took." },
        reinstated: { ...books, purpose: "What it gave back." },
        fees: { ...books, purpose: "What it cost us." },
        endedAt: { ...books, purpose: "When it ended." },
      },
      notPersonal: ["id", "rail", "currency", "inquiry", "dueBy", "answerBy", "compiledAt", "decidedAt", "decisionRule", "sentAt", "syncedAt"],
    },
    DisputeShare: { subject: "the creator (creatorId)", personal: { disputeId: { ...books, purpose: "The dispute." }, creatorId: { ...books, purpose: "Whose part." }, net: { ...books, purpose: "How much." }, held: { ...books, purpose: "How much of it was kept back." } }, notPersonal: ["currency"] },
    DisputeAddition: {
      subject: "the creator who wrote it (byUserId), and the fan it tells of",
      personal: {
        disputeId: { ...claim, purpose: "The dispute." }, byUserId: { ...claim, purpose: "Who added it." }, text: { ...claim, purpose: "What they say happened." }, fileKey: { ...claim, purpose: "Where their file lies.", exported: { leftOut: "A path of our storage; the file's name is there." } },
        fileName: { ...claim, purpose: "What they call it." }, createdAt: { ...claim, purpose: "When." },
      },
      notPersonal: ["id", "contentType", "bytes", "readyAt"],
    },
    ShieldClaim: {
      subject: "the creator (creatorId)",
      personal: { disputeId: { ...books, purpose: "The dispute." }, creatorId: { ...books, purpose: "Who asked." }, code: { ...books, purpose: "What was decided." }, text: { ...books, purpose: "Why, in words." }, loss: { ...books, purpose: "What they lost." }, paid: { ...books, purpose: "What they got." }, decidedAt: { ...books, purpose: "When." } },
      notPersonal: ["currency"],
    },
    ShieldFunding: { subject: "nobody", personal: {}, notPersonal: ["day", "currency", "gross", "amount", "postedAt"] },
    FraudWarning: {
      subject: "the fan who paid (fanUserId)",
      personal: { providerId: { ...guard, purpose: "The provider's paper for it." }, saleId: { ...guard, purpose: "The payment." }, fanUserId: { ...guard, purpose: "Who paid." }, fraudType: { ...guard, purpose: "What the bank suspects." }, warnedAt: { ...guard, purpose: "When." }, refundId: { ...guard, purpose: "What was returned for it." }, outcome: { ...guard, purpose: "What was done." } },
      notPersonal: ["id", "rail", "actionable", "syncedAt"],
    },
    BuyerBlock: {
      subject: "who may not buy (userId)",
      personal: {
        userId: { ...guard, purpose: "Who." }, creatorId: { ...guard, purpose: "From which page." }, rule: { ...guard, purpose: "By which rule." }, reason: { ...guard, purpose: "Why, as they read it." }, causeId: { ...guard, purpose: "The dispute or warning behind it." }, startsAt: { ...guard, purpose: "Since when." },
        liftedAt: { ...guard, purpose: "Until when." }, liftedByUserId: { ...guard, purpose: "Who lifted it.", exported: { leftOut: "It is another person than the one who asks." } }, liftedReason: { ...guard, purpose: "Why it was lifted." },
      },
      notPersonal: ["id"],
    },
    DisputeRatioAlert: { subject: "nobody", personal: {}, notPersonal: ["month", "thresholdBps", "ratioBps", "disputes", "warnings", "sales", "raisedAt"] },
  },
  {
    "storage: disputes/<disputeId>/<additionId>": { ...claim, purpose: "What a creator added to the evidence, for the bank." },
    "payment provider: evidence": { ...claim, purpose: "What is sent to the bank: name, mail address, sign-ins with their addresses, what was opened, receipts.", exported: { leftOut: "Made from rows that are in the export." } },
  },
);
