import { getTranslations } from "next-intl/server";
import { kindName } from "./kind-name";
import { ClientMessages } from "@/app/_components/client-messages";
import { topicNames } from "@/app/_components/topic-names";
import { SetForm, type EditedSet } from "@/components/sets/set-form";
import { queryChoices } from "@/lib/data/query-choices";
import { listTopics } from "@/lib/data/study-choices";
import { saveSetAction, searchEntitiesAction } from "../actions";

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "en", { numeric: true });

/** The form for a set, with all that there is to choose from by name. */
export async function SetEditor({ set }: { set: EditedSet }) {
  const [t, nameOf, nameOfKind] = await Promise.all([getTranslations("sets.difficulty"), topicNames(), kindName()]);
  const topics = listTopics().map(({ topic, facts }) => ({ id: topic, name: nameOf(topic), facts }));
  const { types, programmes, kinds, difficulties } = queryChoices();
  const named = (choices: typeof kinds) => choices.map((choice) => ({ ...choice, name: nameOfKind(choice) }));
  const more = { types: named(types).sort(byName), programmes: named(programmes).sort(byName), kinds: named(kinds), difficulties: difficulties.map((each) => ({ ...each, name: t(each.id) })) };
  return (
    <ClientMessages names={["sets"]}>
      <SetForm set={set} topics={topics.sort(byName)} more={more} save={saveSetAction} search={searchEntitiesAction} />
    </ClientMessages>
  );
}
