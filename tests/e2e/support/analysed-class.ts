/** A class that is in the database before the server starts: its quiz was taken by all pupils, and its first question has a key that those who know more do not choose. */
export const analysedClass = { id: "6f0e1d3a-0000-4000-8000-000000000003", teacher: "teacher-analysed", quiz: "6f0e1d3a-0003-4000-8000-000000000003", quizTitle: "What flew when", pupils: 24 } as const;

/** What the class calls its pupils; the first is called as nobody should be. */
export const analysedName = (index: number) => (index === 0 ? "A pupil with very many given names and a double-barrelled surname, who writes all of it everywhere" : `Pupil ${index + 1}`);
