import { privacy as checkout } from "@/lib/commerce/checkout/privacy";
import { privacy as fees } from "@/lib/commerce/fees/privacy";
import { privacy as ledger } from "@/lib/commerce/ledger/privacy";
import { privacy as purchases } from "@/lib/commerce/purchases/privacy";
import { privacy as rails } from "@/lib/commerce/rails/privacy";
import { privacy as refunds } from "@/lib/commerce/refunds/privacy";
import { privacy as subscriptions } from "@/lib/commerce/subscriptions/privacy";
import { privacy as tax } from "@/lib/commerce/tax/privacy";
import { privacy as webhooks } from "@/lib/commerce/webhooks/privacy";
import { privacy as follows } from "@/lib/community/follows/privacy";
import { privacy as access } from "@/lib/content/access/privacy";
import { privacy as creators } from "@/lib/content/creators/privacy";
import { privacy as media } from "@/lib/content/media/privacy";
import { privacy as posts } from "@/lib/content/posts/privacy";
import { privacy as tiers } from "@/lib/content/tiers/privacy";
import { privacy as sessions } from "@/lib/identity/sessions/privacy";
import { privacy as standing } from "@/lib/identity/standing/privacy";
import { privacy as users } from "@/lib/identity/users/privacy";
import { privacy as audit } from "@/lib/platform/audit/privacy";
import { privacy as events } from "@/lib/platform/events/privacy";
import { privacy as http } from "@/lib/platform/http/privacy";
import { privacy as jobs } from "@/lib/platform/jobs/privacy";
import { privacy as mail } from "@/lib/platform/mail/privacy";
import { privacy as ratelimit } from "@/lib/platform/ratelimit/privacy";
import { privacy as sealing } from "@/lib/platform/sealing/privacy";
import type { PrivacyManifest } from "@/lib/platform/privacy";

/** What each module says of the personal data in its tables: the record of processing (GDPR Art. 30) in one list. */
export const privacyManifests: readonly PrivacyManifest[] = [checkout, fees, ledger, purchases, rails, refunds, subscriptions, tax, webhooks, follows, access, creators, media, posts, tiers, sessions, standing, users, audit, events, http, jobs, mail, ratelimit, sealing];
