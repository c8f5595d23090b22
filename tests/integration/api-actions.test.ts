import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { publicAction, toActionError, userAction } from "@/lib/actions";
import { AppError } from "@/lib/shared/app-error";

const schema = z.object({ age: z.number("Please give a number.") });

afterEach(() => vi.restoreAllMocks());

describe("an action", () => {
  it("refuses input that does not fit, by field and in words, before anything is done", async () => {
    const done: unknown[] = [];
    const refused = { ok: false, error: { code: "INVALID", message: "Please give a number.", fields: { age: "Please give a number." } } };
    expect(await publicAction(schema, async (input) => done.push(input))({ age: "four" })).toEqual(refused);
    expect(await userAction(schema, async (input) => done.push(input))({ age: "four" })).toEqual(refused);
    expect(done).toEqual([]);
  });

  it("tells expected errors in their words", () => {
    expect(toActionError(new AppError("CONFLICT", "This name is taken."))).toEqual({ code: "CONFLICT", message: "This name is taken." });
  });

  it("logs an unexpected error and hides what it says", () => {
    const logged: unknown[] = [];
    vi.spyOn(console, "error").mockImplementation((error) => void logged.push(error));
    const secret = new Error("password=hunter2");
    expect(toActionError(secret)).toEqual({ code: "UNEXPECTED", message: expect.not.stringContaining("hunter2") });
    expect(logged).toEqual([secret]);
  });
});
