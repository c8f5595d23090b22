import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

type ClassCodeFieldProps = { label: string; hint: string; goOn: string; look: "primary" | "secondary"; code?: string; error?: string };

/** Leads to the class that a code opens; works before any script is there. */
export function ClassCodeField({ label, hint, goOn, look, code, error }: ClassCodeFieldProps) {
  return (
    <form action="/join" method="get" className="flex max-w-form flex-col items-start gap-3">
      <Field label={label} hint={hint} error={error} name="code" defaultValue={code} required maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} className="w-full" />
      <Button type="submit" look={look}>
        {goOn}
      </Button>
    </form>
  );
}
