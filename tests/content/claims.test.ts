import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatFault } from "@/lib/content/content-fault";
import { loadContent } from "@/lib/content/load-content";
import { isCorrected, needsFacts, verdicts } from "@/lib/facts/claims";
import { describeClaims, reachClaims, type ClaimReach } from "@/scripts/bank-claims";
import { writeTinyContent, type ContentFolder } from "../support/content";
import { openContent } from "./bank-base";

const base = openContent();
const claims = base.content.claims ?? [];

describe("the ledger of claims", () => {
  let reached: ClaimReach[];
  beforeAll(() => {
    reached = reachClaims(base, { seed: 1 });
  });

  it("has all 130 claims of the founding document, each with its own words and verdict", () => {
    const numbers = Array.from({ length: 130 }, (_, n) => `claim-${String(n + 1).padStart(3, "0")}`);
    expect(claims.map(({ id }) => id)).toEqual(numbers);
    expect(new Set(claims.map(({ quote }) => quote)).size).toBe(130);
  });

  it("reaches every supported claim by a fact that is asked or shown", () => {
    const supported = reached.filter(({ claim }) => claim.verdict === "supported");
    expect(supported.length).toBeGreaterThan(70);
    expect(supported.filter(({ by }) => by !== "asked" && by !== "shown").map(({ claim }) => claim.id)).toEqual([]);
  });

  it("asks every loose, wrong or outdated claim in its corrected form", () => {
    const corrected = reached.filter(({ claim }) => isCorrected(claim));
    expect(corrected.length).toBeGreaterThan(30);
    expect(corrected.filter(({ by }) => by !== "asked").map(({ claim }) => claim.id)).toEqual([]);
  });

  it("gives a reason for every other claim", () => {
    const others = claims.filter((claim) => !needsFacts(claim));
    expect(others.filter((claim) => claim.facts.length === 0 && !claim.remark).map(({ id }) => id)).toEqual([]);
  });

  it("shows what is often got wrong in words of our own, short and plain", () => {
    for (const { quote, oftenWrong } of claims.filter(isCorrected)) {
      expect(oftenWrong).toMatch(/^[A-Z].*\.$/);
      expect(oftenWrong).not.toContain("!");
      expect(oftenWrong!.split(/\s+/).length).toBeLessThanOrEqual(35);
      expect(oftenWrong).not.toContain(quote);
    }
  });

  it("is printed claim by claim, with the counts of each verdict at the end", () => {
    const text = describeClaims(base, { seed: 1 });
    for (const { id, verdict } of claims) expect(text).toMatch(new RegExp(`^${id}  ${verdict}, (asked|shown|not asked)`, "m"));
    const table = text.trim().split("\n").slice(-verdicts.length).map((line) => line.trim().split(/\s+/));
    expect(table.map(([verdict]) => verdict)).toEqual([...verdicts]);
    for (const [, total, ...ways] of table) expect(ways.reduce((sum, amount) => sum + Number(amount), 0)).toBe(Number(total));
    expect(table.reduce((sum, [, total]) => sum + Number(total), 0)).toBe(130);
    expect(text).not.toContain("NOT REACHED");
  });
});

const tinyClaims = `claim-1:
  section: Summary
  quote: it was launched
  verdict: supported
  facts: [ship-1.launch_date]
claim-2:
  section: Summary
  quote: by many rockets
  verdict: contradicted
  correction: By one.
  oftenWrong: One rocket launched it.
  under: [ship-1.launched_by]
  facts: [ship-1.launched_by]
claim-3:
  section: Summary
  quote: a fine ship
  verdict: opinion
  remark: A judgement.
`;

describe("a fault in the ledger", () => {
  let folder: ContentFolder;
  beforeAll(() => {
    folder = writeTinyContent();
  });
  afterAll(() => folder.remove());

  function faultsOf(ledger: string): string[] {
    folder.write("claims.yaml", ledger);
    const loaded = loadContent(folder.path);
    return loaded.ok ? [] : loaded.error.map(formatFault);
  }

  it("is not found in a good one", () => {
    expect(faultsOf(tinyClaims)).toEqual([]);
  });

  it.each([
    ["an unknown fact", "facts: [ship-1.launch_date]", "facts: [ship-1.lunch_date]", /^content\/claims\.yaml:5: There is no fact "ship-1\.lunch_date"\. Did you mean "ship-1\.launch_date"/],
    ["an unknown verdict", "verdict: supported", "verdict: true-ish", /^content\/claims\.yaml:4: "verdict": Invalid option/],
    ["an unknown key", "  remark: A judgement.", "  remarks: A judgement.", /^content\/claims\.yaml:18: There is no key "remarks" here\. Did you mean "remark"/],
    ["a checkable claim without facts", "  facts: [ship-1.launch_date]\n", "", /^content\/claims\.yaml:4: It is "supported", but no fact carries it/],
    ["a wrong claim without what is right", "  oftenWrong: One rocket launched it.\n", "", /^content\/claims\.yaml:9: It is "contradicted", but does not say what is right/],
    ["a correction that is shown nowhere", "  under: [ship-1.launched_by]\n", "", /^content\/claims\.yaml:11: It is shown nowhere/],
    ["a correction shown below a fact of another claim", "under: [ship-1.launched_by]", "under: [ship-1.mass]", /^content\/claims\.yaml:12: "ship-1\.mass" is not among the facts of the claim/],
    ["a correction of what is right", "verdict: contradicted", "verdict: supported", /^content\/claims\.yaml:9: It is "supported", but says what is often got wrong/],
    ["an opinion without facts and without a remark", "  remark: A judgement.\n", "", /^content\/claims\.yaml:17: Neither a fact carries it nor a remark explains it/],
  ])("is reported with file and line: %s", (_, from, to, message) => {
    expect(tinyClaims).toContain(from);
    expect(faultsOf(tinyClaims.replace(from, to))).toContainEqual(expect.stringMatching(message));
  });

  it("is not that the file is missing", () => {
    const other = writeTinyContent();
    const loaded = loadContent(other.path);
    other.remove();
    expect(loaded.ok && loaded.value.content.claims).toEqual([]);
  });
});
