import type { StudyCard } from "@/lib/questions/study-card";

export type Rating = 1 | 2 | 3 | 4;

/** A card as it is dealt: a flashcard knows the days until the fact comes back after each rating (0: again today). */
export type SessionCard = StudyCard & { intervals?: Record<Rating, number> };
