import { useTranslations } from "next-intl";
import { DeleteAccount, type DeleteOwn } from "./delete-account";

/** `alone`: classes that stand in the way, as nobody else teaches them; `handedOver`: those whose co-teacher takes over. */
type OwnDataProps = { userName: string | null; closeLabel: string; classes: { alone: readonly string[]; handedOver: readonly string[] }; remove: DeleteOwn };

export function OwnData({ userName, closeLabel, classes, remove }: OwnDataProps) {
  const t = useTranslations("settings.data");
  return (
    <div className="flex flex-col items-start gap-5">
      <ul className="flex flex-col gap-1">
        <li>
          <a href="/api/account/export" download className="link inline-flex min-h-11 items-center">
            {t("account")}
          </a>
          <p className="text-14 text-muted">{t("accountHint")}</p>
        </li>
        <li>
          <a href="/api/progress/export?format=json" download className="link inline-flex min-h-11 items-center">
            {t("answers")}
          </a>
        </li>
      </ul>
      <DeleteAccount userName={userName} closeLabel={closeLabel} classes={classes} remove={remove} />
    </div>
  );
}
