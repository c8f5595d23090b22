"use server";

import { headers } from "next/headers";
import type { z } from "zod";
import { filterEntities } from "@/components/facts/filter-entities";
import { userAction } from "@/lib/actions";
import { clientAddress } from "@/lib/auth/address";
import { removeExamPlan, saveExamPlan } from "@/lib/data/exam-plans";
import { listEntities } from "@/lib/data/explore";
import { closeSetReport } from "@/lib/data/reports";
import { addToSet } from "@/lib/data/set-add";
import { copySet } from "@/lib/data/set-copy";
import { deleteSet } from "@/lib/data/set-delete";
import { restoreRevision } from "@/lib/data/set-history";
import { copySharedSet, shareSet, stopSharing } from "@/lib/data/set-share";
import { changeSet, createSet } from "@/lib/data/sets";
import { addSchema, copySchema, copySharedSchema, examSchema, reportSchema, restoreSchema, saveSetSchema, searchSchema, setSchema, shareSchema } from "./schemas";

const mostFound = 8;

const save = userAction(saveSetSchema, ({ setId, ...input }, user) => (setId ? changeSet(user, setId, input, new Date()) : createSet(user, input, new Date())));
const remove = userAction(setSchema, ({ setId }, user) => deleteSet(user, setId, new Date()));
const share = userAction(shareSchema, ({ setId, isRenewed }, user) => shareSet(user, setId, { isRenewed }));
const stop = userAction(setSchema, ({ setId }, user) => stopSharing(user, setId));
const copy = userAction(copySchema, ({ setId, name }, user) => copySet(user, setId, { name }, new Date()));
const copyShared = userAction(copySharedSchema, async (input, user) => copySharedSet(user, input, clientAddress(await headers()), new Date()));
const add = userAction(addSchema, (addition, user) => addToSet(user, addition, new Date()));
const restore = userAction(restoreSchema, ({ setId, ...which }, user) => restoreRevision(user, setId, which, new Date()));
const closeReport = userAction(reportSchema, (which, user) => closeSetReport(user, which, new Date()));
const saveExam = userAction(examSchema, ({ setId, ...exam }, user) => saveExamPlan(user, setId, exam, new Date()));
const removeExam = userAction(setSchema, ({ setId }, user) => removeExamPlan(user, setId));
const search = userAction(searchSchema, async ({ query }) => {
  const groups = query === "" ? [] : filterEntities(await listEntities(), query);
  const found = groups.flatMap(({ label, entities }) => entities.map(({ id, name, zh, factCount }) => ({ id, name, zh, kind: label, factCount })));
  return found.sort((a, b) => b.factCount - a.factCount).slice(0, mostFound).map(({ id, name, zh, kind }) => ({ id, name, kind, ...(zh && { zh }) }));
});

export async function saveSetAction(input: z.input<typeof saveSetSchema>) {
  return save(input);
}

export async function deleteSetAction(input: z.input<typeof setSchema>) {
  return remove(input);
}

export async function shareSetAction(input: z.input<typeof shareSchema>) {
  return share(input);
}

export async function stopSharingAction(input: z.input<typeof setSchema>) {
  return stop(input);
}

export async function copySetAction(input: z.input<typeof copySchema>) {
  return copy(input);
}

export async function copySharedSetAction(input: z.input<typeof copySharedSchema>) {
  return copyShared(input);
}

export async function addToSetAction(input: z.input<typeof addSchema>) {
  return add(input);
}

export async function restoreSetAction(input: z.input<typeof restoreSchema>) {
  return restore(input);
}

export async function closeSetReportAction(input: z.input<typeof reportSchema>) {
  return closeReport(input);
}

export async function saveExamAction(input: z.input<typeof examSchema>) {
  return saveExam(input);
}

export async function removeExamAction(input: z.input<typeof setSchema>) {
  return removeExam(input);
}

export async function searchEntitiesAction(input: z.input<typeof searchSchema>) {
  return search(input);
}
