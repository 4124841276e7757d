// The page in every language that it speaks. Texts and figures are written by hand; how a figure looks is asked of the browser's own Intl.
import assert from "node:assert/strict";
import { test } from "node:test";
import { unmarked, visits } from "./page.mjs";

const visited = visits();
/** A visit in a language. */
const visit = (name, options, run) => visited(name, run, options);

const inBrowser = (customer, locale, amount) => customer.page.evaluate(([tag, value]) => new Intl.NumberFormat(tag, { style: "currency", currency: "USD" }).format(value), [locale, amount]);
const shown = async (locator) => unmarked(await locator.innerText());

const spoken = [
  { language: "en", locale: "en-US", direction: "ltr", title: "Change your subscription", upgrade: "Upgrade from Core to Pro", credit: "Credit for 160,000 unused operations",
    review: "Review and pay $59.09", onwards: "Continue", renews: "Renews on April 10, 2026 with $180.53, and so on until you cancel.",
    cancel: "Cancel at any time under “End your subscription” on this page", pay: "Pay $59.09", done: "Your plan was changed to Pro.", paid: "$59.09 paid on March 11, 2026." },
  { language: "de", locale: "de-DE", direction: "ltr", title: "Abonnement ändern", upgrade: "Upgrade von Core auf Pro", credit: "Gutschrift für 160.000 ungenutzte Operationen",
    review: "59,09 $ prüfen und bezahlen", onwards: "Weiter", renews: "Verlängert sich am 10. April 2026 für 180,53 $ und danach immer wieder, bis Sie kündigen.",
    cancel: "Jederzeit kündbar unter „Abonnement beenden“ auf dieser Seite", pay: "59,09 $ bezahlen", done: "Ihr Tarif wurde auf Pro geändert.", paid: "59,09 $ am 11. März 2026 bezahlt." },
  { language: "ja", locale: "ja-JP", direction: "ltr", title: "サブスクリプションの変更", upgrade: "Core から Pro へアップグレード", credit: "未使用の 160,000 オペレーション分のクレジット",
    review: "確認して $59.09 を支払う", onwards: "次へ", renews: "2026年4月10日 に $180.53 で更新され、解約されるまで自動的に更新されます。",
    cancel: "このページの「契約の終了」からいつでも解約できます。", pay: "$59.09 を支払う", done: "プランを Pro に変更しました。", paid: "2026年3月11日 に $59.09 をお支払いいただきました。" },
  { language: "ar", locale: "ar-EG", direction: "rtl", title: "تغيير اشتراككم", upgrade: "الترقية من Core إلى Pro", credit: "رصيد دائن عن ١٦٠٬٠٠٠ عملية غير مستخدمة",
    review: "مراجعة ودفع ‏٥٩٫٠٩ US$", onwards: "متابعة", renews: "يتجدد في ١٠ أبريل ٢٠٢٦ مقابل ‏١٨٠٫٥٣ US$، وهكذا حتى تلغوه.",
    cancel: "يمكنكم الإلغاء في أي وقت من «إنهاء اشتراككم» في هذه الصفحة", pay: "دفع ‏٥٩٫٠٩ US$", done: "تغيّرت خطتكم إلى Pro.", paid: "دُفع ‏٥٩٫٠٩ US$ في ١١ مارس ٢٠٢٦." },
];

for (const { language, locale, direction, title, upgrade, credit, review, onwards, renews, cancel, pay, done, paid } of spoken) {
  visit(`an upgrade is understood and paid in ${language}`, { locale }, async (customer) => {
    const { page, summary, dialog } = customer;
    // 180.53 − 113.85 × 160,000 ÷ 150,000 = 59.09.
    const due = await inBrowser(customer, locale, "59.09");
    await customer.expectDue(due);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]), [language, direction, title]);
    assert.equal(await shown(summary.locator("h2")), upgrade);
    assert.equal((await customer.lines())[credit], (await inBrowser(customer, locale, "-121.44")).replace("-", "−"));

    await summary.getByRole("button", { name: review, exact: true }).click();
    await dialog.getByRole("button", { name: onwards, exact: true }).click();
    // What is charged again, and how to end it, stand where the button is.
    await customer.expectText(dialog, renews);
    await customer.expectText(dialog, cancel);
    await dialog.getByRole("button", { name: pay, exact: true }).click();
    await customer.expectText(customer.notice, done);
    await customer.expectText(customer.notice, paid);
    await customer.expectDue(due);
  });
}

visit("another language keeps what was chosen and typed, is remembered and stands in the address", { locale: "en-US" }, async (customer) => {
  const { page } = customer;
  await customer.startFrom("Nitro", "Pro, every seat taken");
  const field = page.locator("plan-options number-field");
  await field.getByRole("textbox").fill("4o");
  await page.getByLabel("Language").selectOption("ar");
  await customer.expectText(page.locator("h1"), "تغيير اشتراككم");
  assert.equal(await field.getByRole("textbox").inputValue(), "4o");
  await customer.expectText(field.locator(".field-error"), "أدخلوا عددًا صحيحًا.");
  await field.getByRole("textbox").fill("12");
  // 12 × 15.00 × 21 ÷ 31 = 121.94, 10 × 15.00 × 21 ÷ 31 = 101.61; the difference is 20.33.
  await customer.expectDue("٢٠٫٣٣");
  assert.equal(new URL(page.url()).searchParams.get("lang"), "ar");

  await page.goto(visited.site().address);
  await customer.expectText(page.locator("h1"), "تغيير اشتراككم");
  // What the address asks for comes before what is remembered, and is not remembered itself.
  await page.goto(`${visited.site().address}?lang=de`);
  await customer.expectText(page.locator("h1"), "Abonnement ändern");
  await page.goto(`${visited.site().address}?lang=tlh`);
  await customer.expectText(page.locator("h1"), "تغيير اشتراككم");
});

visit("numbers are typed and shown as each language writes them", { locale: "de-DE" }, async (customer) => {
  const { page } = customer;
  const extra = page.locator("extra-operations").getByRole("textbox");
  await extra.fill("1.000");
  // 113.85 × 1,000 ÷ 150,000 × 1.25 = 0.94875.
  await customer.expectDue("0,95 $");
  assert.equal(await extra.inputValue(), "1.000");
  await page.locator("current-subscription details > summary").click();
  const balance = page.getByLabel("Guthaben in USD");
  await balance.fill("25.50");
  await customer.expectText(page.locator("#field-current-balance-error"), "Geben Sie einen Betrag wie 25 oder 25,50 ein.");
  assert.equal(await balance.inputValue(), "25.50");
  await balance.fill("0,50");
  // 0.95 − 0.50.
  await customer.expectDue("0,45 $");
  await page.getByLabel("Sprache").selectOption("ar");
  await customer.expectDue("٠٫٤٥");
  assert.deepEqual([await extra.inputValue(), await page.locator("#field-current-balance").inputValue()], ["١٬٠٠٠", "٠٫٥٠"]);
  await extra.fill("٢٠٠٠");
  // 113.85 × 2,000 ÷ 150,000 × 1.25 = 1.8975; 1.90 − 0.50 = 1.40.
  await customer.expectDue("١٫٤٠");
  await page.getByLabel("اللغة").selectOption("ja");
  await extra.fill("１，０００");
  await customer.expectDue("$0.45");
});

visit("the language is chosen with the keyboard alone", { locale: "fr-FR" }, async (customer) => {
  const { page } = customer;
  await customer.expectText(page.locator("h1"), "Change your subscription");
  await page.getByLabel("Language").focus();
  await page.keyboard.press("ArrowDown");
  await customer.expectText(page.locator("h1"), "Abonnement ändern");
  assert.equal(await page.evaluate(() => document.activeElement.id), "language");
});

test("a language that cannot be loaded is said so, and the one in use stays", async () => {
  const customer = await visited.site().open({ locale: "en-US" }, (page) => page.route(/\/ja-[^/]*\.js/, (route) => route.abort()));
  try {
    const language = customer.page.getByLabel("Language");
    await language.selectOption("ja");
    await customer.expectText(customer.page.getByRole("alert"), "This language could not be loaded.");
    assert.equal(await language.inputValue(), "en");
    await customer.expectText(customer.page.locator("h1"), "Change your subscription");
  } finally {
    await customer.close();
  }
});

for (const { language, locale } of spoken) {
  visit(`nothing runs out of a page 320 pixels wide in ${language}`, { locale, viewport: { width: 320, height: 700 } }, async ({ page }) => {
    await page.locator("current-subscription details > summary").click();
    for (const panel of await page.locator(".closer-panel > summary").all()) await panel.click();
    await page.locator("waiting-chart svg").waitFor();
    for (const organisation of ["Make", "Nitro", "Anaconda"]) {
      await page.getByRole("radio", { name: organisation, exact: true }).check();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, organisation);
    }
  });
}
