import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashPassword } from "@/lib/auth/passwords";
import { closeDatabase, getDatabase } from "@/lib/db/database";
import { createLearner } from "@/tests/support/factories";
import { writeStudied } from "@/tests/support/studied-history";
import { formCardsFile } from "./form-cards";
import { makeAnalysedClass } from "./make-analysed-class";
import { makeFormCards } from "./make-form-cards";
import { makeGradedClasses } from "./make-graded-classes";
import { makeStudiedClass } from "./make-studied-class";
import { makeWalledClass } from "./make-walled-class";
import { password } from "./names";
import { studiedAccounts } from "./studied-accounts";

/** Run before the server starts, as the embedded database belongs to one process: accounts of learners who have studied for a while, classes with work, and a question of each form. */
const [database, passwordHash] = [await getDatabase(), await hashPassword(password)];
for (const { userName, ...studied } of studiedAccounts) {
  if (await database.user.findUnique({ where: { userName } })) continue;
  const { id } = await createLearner(database, { userName, passwordHash });
  await writeStudied(database, id, { ...studied, until: new Date() });
}
await makeGradedClasses(database, passwordHash);
await makeAnalysedClass(database, passwordHash);
await makeWalledClass(database, passwordHash);
await makeStudiedClass(database);
await closeDatabase();
writeFileSync(join(process.env.HANGTIAN_DATA_DIR!, formCardsFile), JSON.stringify(makeFormCards()));
