import type { PrismaClient } from "@/lib/db/generated/client";
import { addMember, createAssignment, quizPlan } from "@/tests/support/classes";
import { createLearner, daysLater, rightResponse, wrongResponse } from "@/tests/support/factories";
import { itemOfForm } from "@/tests/support/items";
import { createPaper, createTaken, namingItem } from "@/tests/support/taken-quizzes";
import { analysedClass, analysedName } from "./analysed-class";

/** Whoever is further down the list knows less; of the first question it is the other way round. */
const isKnown = (pupil: number, place: number) => (place === 0 ? pupil >= 9 : pupil * 5 < analysedClass.pupils * (place + 0.5));

/** Writes the class; run before the server starts. */
export async function makeAnalysedClass(database: PrismaClient, passwordHash: string): Promise<void> {
  const { id, teacher, quiz, quizTitle, pupils } = analysedClass;
  if (await database.class.findUnique({ where: { id } })) return;
  const begun = daysLater(-2, new Date());
  await database.class.create({ data: { id, name: "Year 10", createdAt: begun } });
  const { id: teacherId } = await createLearner(database, { userName: teacher, passwordHash });
  await addMember(database, id, teacherId, "teacher", { name: "The teacher" });
  const items = [namingItem(), namingItem(40), itemOfForm("true-false"), itemOfForm("short-answer"), itemOfForm("ordering")];
  await createAssignment(database, id, { id: quiz, title: quizTitle, plan: { ...quizPlan, shows: "never" } as typeof quizPlan, paperRevision: 1, createdAt: begun });
  await createPaper(database, quiz, items);
  for (let pupil = 0; pupil < pupils; pupil++) {
    const { id: userId } = await createLearner(database);
    await addMember(database, id, userId, "pupil", { name: analysedName(pupil), joinedAt: begun });
    const answers = items.map((item, place) => (isKnown(pupil, place) ? { item, response: rightResponse(item), score: 1 } : { item, response: wrongResponse(item) }));
    await createTaken(database, quiz, userId, answers, { startedAt: begun, closedAt: daysLater(0.01, begun) });
  }
}
