import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { publishSetAction, withdrawSetAction } from "@/app/classes/[classId]/sets/actions";
import { deleteSetAction, shareSetAction, stopSharingAction } from "../actions";
import { CopySet } from "./copy-set";
import { ClientMessages } from "@/app/_components/client-messages";
import { siteOrigin } from "@/app/_components/site-origin";
import { DeleteSet } from "@/components/sets/delete-set";
import { SetClasses } from "@/components/sets/set-classes";
import { ShareSet } from "@/components/sets/share-set";
import { LinkButton } from "@/components/ui/link-button";
import type { SetKeeping as Keeping } from "@/lib/data/set-details";

type SetKeepingProps = { set: { id: string; name: string }; keeping: Keeping; classes: readonly { id: string; name: string; isPublished: boolean }[] };

/** What only the maker of a set does with it: share it, lend it to classes, change it. */
export async function SetKeeping({ set, keeping: { shareCode, work, hasOwnFacts }, classes }: SetKeepingProps) {
  const [t, site] = await Promise.all([getTranslations("sets"), getTranslations("site")]);
  return (
    <>
      <section aria-labelledby="share" className="flex flex-col gap-4 border-t border-line pt-8">
        <h2 id="share" className="text-22">
          {t("share.title")}
        </h2>
        <ClientMessages names={["sets"]}>
          <ShareSet setId={set.id} link={shareCode && `${await siteOrigin()}/sets/shared/${shareCode}`} share={shareSetAction} stop={stopSharingAction} />
        </ClientMessages>
      </section>
      {classes.length > 0 && (
        <section aria-labelledby="classes" className="flex flex-col gap-4 border-t border-line pt-8">
          <h2 id="classes" className="text-22">
            {t("classes.yours")}
          </h2>
          <SetClasses setId={set.id} classes={classes} publish={publishSetAction} withdraw={withdrawSetAction} />
        </section>
      )}
      <div className="flex flex-wrap items-start gap-2 border-t border-line pt-6">
        <LinkButton href={`/sets/${set.id}/edit` as Route}>{t("page.edit")}</LinkButton>
        <LinkButton href={`/sets/${set.id}/own` as Route} prefetch={false}>
          {t(hasOwnFacts ? "page.own" : "page.addOwn")}
        </LinkButton>
        <LinkButton href={`/sets/${set.id}/history` as Route} look="quiet" prefetch={false}>
          {t("history.title")}
        </LinkButton>
        <CopySet set={set} />
        <ClientMessages names={["sets"]}>
          <DeleteSet set={set} work={work} closeLabel={site("close")} remove={deleteSetAction} />
        </ClientMessages>
      </div>
      {hasOwnFacts && <p className="-mt-6 max-w-measure text-14 text-muted">{t("copy.ownFacts")}</p>}
    </>
  );
}
