import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LineChart } from "@/app/_ui/charts/line-chart";

const drawn = (values: number[]): string =>
  renderToStaticMarkup(createElement(LineChart, { title: "Yours", points: values.map((value, i) => ({ label: `day ${i}`, value })), format: (cents: number) => `$${cents / 100}`, empty: "Nothing came in." }));

describe("a line chart", () => {
  it("of nothing is a sentence, not an axis from nothing to a cent", () => {
    expect(drawn([0, 0, 0])).toContain("Nothing came in.");
    expect(drawn([0, 0, 0])).not.toContain("<svg");
  });

  it("keeps what the lines are worth beside the drawing, not upon it", () => {
    const [beside = "", upon = ""] = drawn([0, 3_000, 1_000]).split('role="img"');
    expect(beside).toContain("$30");
    expect(upon.slice(0, upon.indexOf("</svg>"))).not.toContain("$");
  });
});
