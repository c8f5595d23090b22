/** What an assignment asks for: names and words, one beside the other where there is room. */
export function AssignmentTerms({ terms, instructions }: { terms: readonly { name: string; words: string }[]; instructions: string }) {
  return (
    <div className="flex max-w-column flex-col gap-5">
      {instructions !== "" && <p className="max-w-measure whitespace-pre-line wrap-anywhere">{instructions}</p>}
      <dl className="flex flex-col border-t border-line">
        {terms.map(({ name, words }) => (
          <div key={name} className="flex flex-col gap-x-4 border-b border-line py-2.5 sm:grid sm:grid-cols-[12rem_1fr]">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 wrap-anywhere tabular-nums">{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
