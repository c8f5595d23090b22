import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatScope, mostNamedFacts, parseScope, studyAddress, studyModes, type StudyRequest, type StudyScope } from "@/lib/questions/study-request";

const ids = fc.stringMatching(/^[\w.~-]{1,60}$/);
const scopes: fc.Arbitrary<StudyScope> = fc.oneof(
  fc.record({ kind: fc.constantFrom("due" as const, "weak" as const, "mistakes" as const) }),
  fc.record({ kind: fc.constantFrom("topic" as const, "entity" as const, "set" as const), id: ids }),
  fc.record({ kind: fc.constant("facts" as const), ids: fc.array(ids, { minLength: 1, maxLength: mostNamedFacts }) }),
);
const requests: fc.Arbitrary<StudyRequest> = fc.record({
  scope: scopes,
  mode: fc.constantFrom(...studyModes),
  length: fc.option(fc.record({ unit: fc.constantFrom("cards" as const, "minutes" as const), count: fc.integer({ min: 1, max: 500 }) })),
});

fc.configureGlobal({ seed: 20261123 });

describe("what to study, as it stands in an address", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        expect(parseScope(formatScope(scope))).toEqual(scope);
      }),
    );
  });

  it("keeps all of a request, and goes through an address unharmed", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { pathname, searchParams } = new URL(studyAddress(request), "https://example.org");
        expect(pathname).toBe("/study");
        expect(parseScope(searchParams.get("what") ?? "due")).toEqual(request.scope);
        expect(searchParams.get("how") ?? "mix").toBe(request.mode);
        const length = (["cards", "minutes"] as const).flatMap((unit) => (searchParams.has(unit) ? [{ unit, count: Number(searchParams.get(unit)) }] : []));
        expect(length).toEqual(request.length ? [request.length] : []);
      }),
    );
  });

  it("says nothing of what is as usual", () => {
    expect(studyAddress({ scope: { kind: "due" }, mode: "mix", length: null })).toBe("/study");
    expect(studyAddress({ scope: { kind: "topic", id: "engines" }, mode: "learn", length: { unit: "cards", count: 20 } })).toBe("/study?what=topic%3Aengines&how=learn&cards=20");
  });

  it.each(["", "all", "topic", "topic:", "topic:a b", "set:<script>", "facts:", "facts:a,,b", `facts:${Array.from({ length: mostNamedFacts + 1 }, (_, i) => i).join(",")}`, `entity:${"x".repeat(201)}`, "DUE", "user:1"])(
    "is nothing where it says %j",
    (text) => {
      expect(parseScope(text)).toBeNull();
    },
  );

  it("is nothing for any text that it would not write itself", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const scope = parseScope(text);
        if (scope) expect(formatScope(scope)).toBe(text);
      }),
    );
  });
});
