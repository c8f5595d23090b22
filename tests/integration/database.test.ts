import { expect, it } from "vitest";
import { getDatabase } from "@/lib/db/database";
import { describeEachDatabase } from "@/tests/support/database";

describeEachDatabase("The database", (database) => {
  it("is the one that the data layer gets", async () => {
    const { id } = await database().user.create({ data: {} });
    expect(await (await getDatabase()).user.findUnique({ where: { id } })).toMatchObject({ id, newFactsPerDay: 10 });
  });

  it("begins each test empty", async () => {
    expect(await database().user.count()).toBe(0);
  });

  it("keeps an instant to the millisecond, whatever the zone of the machine", async () => {
    const createdAt = new Date("2003-10-15T01:00:03.497Z");
    const { id } = await database().user.create({ data: { createdAt } });
    const [row] = await database().$queryRaw<{ text: string }[]>`SELECT to_char("createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') AS "text" FROM "User" WHERE "id" = ${id}::uuid`;
    expect(row?.text).toBe("2003-10-15 01:00:03.497");
    expect((await database().user.findUniqueOrThrow({ where: { id } })).createdAt).toEqual(createdAt);
  });

  it("says which column a second user of the same name breaks", async () => {
    await database().user.create({ data: { userName: "taikonaut" } });
    await expect(database().user.create({ data: { userName: "taikonaut" } })).rejects.toMatchObject({ code: "P2002" });
  });

  it("undoes everything when a transaction fails", async () => {
    const failing = database().$transaction(async (tx) => {
      await tx.user.create({ data: {} });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await database().user.count()).toBe(0);
  });

  it("lets transactions that begin together all finish", async () => {
    const add = () => database().$transaction((tx) => tx.user.create({ data: {} }));
    await Promise.all(Array.from({ length: 12 }, add));
    expect(await database().user.count()).toBe(12);
  });
});
