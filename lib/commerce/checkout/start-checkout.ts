import { mayPay } from "@/lib/commerce/buyers";
import { CodeUsedUp, holdPromotion, tellOfPromotion } from "@/lib/commerce/promotions";
import { type Interval, isPayable, railForSale } from "@/lib/commerce/rails";
import { livingSubscription, mayTry } from "@/lib/commerce/subscriptions";
import { openTier, type Tier } from "@/lib/content/tiers";
import { audit } from "@/lib/platform/audit";
import { hours, later } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import type { Context, Tx, UserActor, Verb } from "@/lib/platform/db";
import type { CheckoutModel } from "@/lib/platform/db/generated/models";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { asId, newId } from "@/lib/platform/ids";
import type { Currency } from "@/lib/platform/money";
import { AlreadyMember, BelowMinimum, NothingToTry, NoYear, OtherCurrency, OtherWindow, TriedAlready } from "./errors";
import { giveBackOverdue } from "./give-back-overdue";
import { keepTerms, onTheseTerms } from "./keep-terms";
import { readCheckout } from "./queries";
import type { CheckoutView, StartCheckoutInput } from "./schema";
import { settleOpenCheckout } from "./settle-open-checkout";

/** How long the provider's page stays open; it asks for at least half an hour. */
const lastsMs = hours(2);

interface Page {
  id: string;
  name: string;
  handle: string;
}

/** What was chosen, down to the day of the first payment. */
interface Choice extends StartCheckoutInput {
  interval: Interval;
  trialDays: number;
}
type Terms = Choice & { promotionId: string | null };

/**
 * Opens the provider's page for a membership at the amount and in the rhythm the fan chose. A second call for the same tier and amount gets the same
 * page; for another one, the first page is closed before.
 * @throws NotFound, BelowMinimum, OtherCurrency, NoYear, NothingToTry, TriedAlready, OtherWords, CodeRefused, CodeUsedUp, AlreadyMember, CannotCharge; OtherWindow, ProviderFailed (the call can be repeated)
 */
export async function startCheckout({ ctx, input }: Verb<StartCheckoutInput>): Promise<CheckoutView> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new Unauthenticated();
  const { tier, page } = await whatIsSold(ctx, input);
  const choice = { ...input, interval: input.interval ?? "month", trialDays: input.trial ? tier.trialDays : 0 };
  const checkout = await claimAlone(ctx, actor, page, choice);
  if (!checkout.url) await openAtProvider(ctx, actor, { checkout, tier, page });
  const opened = await readCheckout(ctx, asId("checkout", checkout.id));
  if (!opened.url) throw new OtherWindow(); // closed again while we opened it
  return opened;
}

/** The tier and page, if this person may join it for this much. */
async function whatIsSold(ctx: Context, input: StartCheckoutInput): Promise<{ tier: Tier; page: Page }> {
  const tier = await openTier(ctx.db, input.tierId);
  if (!tier) throw new NotFound("tier");
  const page = await ctx.db.creatorProfile.findUnique({ where: { id: tier.creatorId }, select: { id: true, userId: true, name: true, handle: true, rating: true, openedAt: true } });
  if (!page?.openedAt) throw new NotFound("tier");
  await mayPay(ctx, page);
  if ((input.currency as string) !== tier.currency) throw new OtherCurrency(tier.currency);
  checkTerms(tier, input);
  return { tier, page };
}

function checkTerms(tier: Tier, { amount, interval = "month", trial }: StartCheckoutInput): void {
  const least = interval === "year" ? tier.annualAmount : tier.minAmount;
  if (least === null) throw new NoYear();
  if (amount < least) throw new BelowMinimum(least, tier.currency, interval);
  if (trial && tier.trialDays === 0) throw new NothingToTry();
}

/** For exactly this, and with time left to pay. */
const stillFits = (open: CheckoutModel, { tierId, amount, interval, trialDays, promotionId }: Terms, now: Date): boolean =>
  open.tierId === tierId && open.amount === amount && open.interval === interval && open.trialDays === trialDays && open.promotionId === promotionId && isPayable(open, now);

/** One fan has one payable page for a creator: any other is closed at the provider before a new one is made. @throws OtherWindow */
async function claimAlone(ctx: Context, actor: UserActor, page: Page, input: Choice): Promise<CheckoutModel> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const { mine, other } = await claimOnce(ctx, actor, page, input);
    if (mine) return mine;
    await settleOpenCheckout({ ctx, input: { checkout: other } });
  }
  throw new OtherWindow();
}

/** Before a code is called used up, pages that should have expired by now are asked about: they may have given theirs back. */
async function claimOnce(ctx: Context, actor: UserActor, page: Page, input: Choice): Promise<Claim> {
  try {
    return await ctx.transaction((tx) => claim(tx, ctx, actor, page, input));
  } catch (error) {
    if (!(error instanceof CodeUsedUp) || !(await giveBackOverdue(ctx, error.promotionId))) throw error;
    return ctx.transaction((tx) => claim(tx, ctx, actor, page, input));
  }
}

type Claim = { mine: CheckoutModel; other?: undefined } | { mine?: undefined; other: CheckoutModel };

/** Our row for this attempt: the open one, or a new one; or the one of another choice that stands in its way. Two at once take turns on the fan and page. */
async function claim(tx: Tx, ctx: Context, actor: UserActor, page: Page, input: Choice): Promise<Claim> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`${actor.userId}:${page.id}`}))::text`;
  if (await livingSubscription(tx, actor.userId, page.id)) throw new AlreadyMember(page.name);
  if (input.trialDays > 0 && !(await mayTry(tx, actor.userId, page.id))) throw new TriedAlready(page.name);
  const promotion = input.code === undefined ? null : await holdPromotion(tx, ctx, { creatorId: page.id, fanUserId: actor.userId, code: input.code, tierId: input.tierId, amount: input.amount, interval: input.interval, trial: input.trialDays > 0 });
  const terms = { ...input, promotionId: promotion?.id ?? null };
  const open = await tx.checkout.findFirst({ where: { fanUserId: actor.userId, creatorId: page.id, state: "open" } });
  if (open) return stillFits(open, terms, ctx.now) && (await onTheseTerms(tx, open, input)) ? { mine: open } : { other: open };
  const mine = await newCheckout(tx, ctx, actor, page, terms);
  await keepTerms(tx, ctx, mine, input);
  return { mine };
}

async function newCheckout(tx: Tx, ctx: Context, actor: UserActor, page: Page, { tierId, amount, currency, interval, trialDays, promotionId, country }: Terms): Promise<CheckoutModel> {
  const id = newId("checkout");
  audit(tx, ctx, "checkout.started", { subject: id, tierId, amount, ...(promotionId ? { promotionId } : {}) });
  return tx.checkout.create({ data: { id, fanUserId: actor.userId, creatorId: page.id, tierId, amount, currency, interval, trialDays, promotionId, country: country ?? null, rail: railForSale().name, createdAt: ctx.now, expiresAt: later(ctx.now, lastsMs) } });
}

async function openAtProvider(ctx: Context, actor: UserActor, { checkout, tier, page }: { checkout: CheckoutModel; tier: Tier; page: Page }): Promise<void> {
  const [fan, customer, promotion] = await Promise.all([
    ctx.db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true } }),
    ctx.db.railCustomer.findUnique({ where: { rail_userId: { rail: checkout.rail, userId: actor.userId } }, select: { providerId: true } }),
    checkout.promotionId === null ? null : ctx.db.promotion.findUnique({ where: { id: checkout.promotionId } }),
  ]);
  // Its job may not have run yet, or have found the provider away.
  const discountId = promotion ? await tellOfPromotion(promotion) : undefined;
  const made = await railForSale().createCheckout({
    checkoutId: checkout.id,
    customerId: customer?.providerId,
    email: fan.email,
    productName: `${page.name}: ${tier.name}`,
    amount: checkout.amount,
    currency: checkout.currency as Currency,
    interval: checkout.interval as Interval,
    trialDays: checkout.trialDays,
    discountId,
    successUrl: `${config().APP_URL}/checkout/${checkout.id}`,
    // Back to the sheet, with what was chosen; it says that nothing was charged.
    cancelUrl: `${config().APP_URL}/c/${page.handle}/join?tier=${tier.id}&amount=${checkout.amount}${checkout.interval === "year" ? "&every=year" : ""}${promotion ? `&code=${promotion.code}` : ""}&unpaid=1`,
    expiresAt: checkout.expiresAt,
  });
  const kept = await ctx.db.checkout.updateMany({ where: { id: checkout.id, state: "open" }, data: { providerId: made.providerId, url: made.url ?? null } });
  if (kept.count > 0) return;
  // Another window closed our row before it had this page: nobody may pay on it.
  await railForSale().expireCheckout(made.providerId);
  throw new OtherWindow();
}
