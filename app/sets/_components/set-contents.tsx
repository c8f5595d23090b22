import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { OwnTables } from "./own-tables";
import { topicNames } from "@/app/_components/topic-names";
import { kindName } from "./kind-name";
import { FittedImage } from "@/components/ui/fitted-image";
import type { SetContents as Contents } from "@/lib/data/set-contents";
import type { KeptPicture } from "@/lib/facts/model";
import { pictureAddress, sharedPictureAddress } from "@/lib/own-facts/picture-address";

type SetContentsProps = { contents: Contents; shareCode?: string };

const mostOfPicture = { width: 240, height: 160 };

/** What the set is made of. `shareCode`: by which it is seen, where it is not by the viewer's own right. */
export async function SetContents({ contents: { topics, entities, types, programmes, kinds, difficulties, picked, cards, tables }, shareCode }: SetContentsProps) {
  const [t, hard, nameOf, nameOfKind] = await Promise.all([getTranslations("sets.page"), getTranslations("sets.difficulty"), topicNames(), kindName()]);
  return (
    <section aria-labelledby="contents" className="flex flex-col gap-4 border-t border-line pt-8">
      <h2 id="contents" className="text-22">
        {t("contents")}
      </h2>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {topics.length > 0 && <Part name={t("topics")}>{topics.map(nameOf).join(", ")}</Part>}
        {types.length > 0 && <Part name={t("types")}>{types.map(({ name }) => name).join(", ")}</Part>}
        {programmes.length > 0 && (
          <Part name={t("programmes")}>
            <Linked entities={programmes} />
          </Part>
        )}
        {entities.length > 0 && (
          <Part name={t("entities")}>
            <Linked entities={entities} />
          </Part>
        )}
        {kinds.length > 0 && <Part name={t("kinds")}>{kinds.map(nameOfKind).join(", ")}</Part>}
        {difficulties.length > 0 && <Part name={t("difficulties")}>{difficulties.map((each) => hard(each)).join("; ")}</Part>}
        {picked.length > 0 && (
          <Part name={t("picked")}>
            <ul className="flex flex-col gap-1">
              {picked.map(({ id, statement }) => (
                <li key={id}>{statement}</li>
              ))}
            </ul>
          </Part>
        )}
        {cards.count > 0 && (
          <Part name={t("cards")}>
            <ul className="flex flex-col gap-1">
              {cards.first.map(({ id, term, definition, picture }) => (
                <li key={id} className={picture ? "flex flex-col gap-2 pb-3" : undefined}>
                  <span>
                    <b className="font-medium">{term}</b>: {definition}
                  </span>
                  {picture && <CardPicture picture={picture} shareCode={shareCode} />}
                </li>
              ))}
              {cards.count > cards.first.length && <li className="text-muted">{t("more", { count: cards.count - cards.first.length })}</li>}
            </ul>
          </Part>
        )}
      </dl>
      <OwnTables tables={tables} />
    </section>
  );
}

function CardPicture({ picture: { id, alternative, width, height }, shareCode }: { picture: KeptPicture; shareCode: string | undefined }) {
  const src = shareCode === undefined ? pictureAddress(id) : sharedPictureAddress(shareCode, id);
  return <FittedImage src={src} alt={alternative} width={width} height={height} most={mostOfPicture} />;
}

function Linked({ entities }: { entities: readonly { id: string; name: string }[] }) {
  return entities.map(({ id, name }, i) => (
    <span key={id}>
      {i > 0 && ", "}
      <Link href={`/explore/${id}`} prefetch={false} className="link">
        {name}
      </Link>
    </span>
  ));
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
