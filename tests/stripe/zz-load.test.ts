import { it } from "vitest";
import { setStage, subscribed, subscribe, payWith, cards } from "/work/main/tests/stripe/support";
it("load", async () => {
  const stage = await setStage();
  const t0 = Date.now(); const N = 1000;
  let i = 0;
  await Promise.all(Array.from({length: 8}, async () => { while (i++ < N) { await subscribed(stage); } }));
  console.log("checkouts", N, "ms", Date.now()-t0);
  const t1 = Date.now(); while (stage.inbox.events.length < N*13 && Date.now()-t1 < 60000) await new Promise(r=>setTimeout(r,50));
  console.log("events", stage.inbox.events.length, "forged", stage.inbox.forged, "drain ms", Date.now()-t1);
  const t2 = Date.now(); await stage.set("advance", {days: 32}); console.log("advance ms", Date.now()-t2);
  await stage.double.deliverNow(); console.log("deliver all ms", Date.now()-t2, stage.inbox.events.length);
  const t3 = Date.now(); await stage.restart(); console.log("restart ms", Date.now()-t3);
  const t4 = Date.now(); for (let k=0;k<50;k++) await stage.stripe.subscriptions.list({limit: 100}); console.log("list100 x50 ms", Date.now()-t4);
  const t5 = Date.now(); for (let k=0;k<50;k++) await stage.stripe.balance.retrieve(); console.log("balance x50 ms", Date.now()-t5);
  const t6 = Date.now(); await (await fetch(stage.double.url+"/_double")).text(); console.log("index ms", Date.now()-t6);
  await stage.close();
}, 300000);
