import { begin, courseFrom, expectOf, recallAfter, review, reviewDue, startOf, termsOf, type Course, type CourseDay, type CourseTask, type CourseTerms, type Land } from "./course";
import { cohortsOf, type Cohort } from "./course-schedule";
import { changed, type LogMemory } from "./expected-answer";

/** `goal`: the share in (0, 1] of the facts to recall on the day of the exam. */
export type ExamTask = CourseTask & { goal: number };

/** `share`: the mean chance in [0, 1] of recalling a fact of the set on the day of the exam; one that was never begun counts as 0. */
export type ExamCourse = { share: number; days: CourseDay[] };

/** `enough`: what is recalled better than this at the exam need not come before its time. */
type Exam = { terms: CourseTerms; facts: number; examDay: number; perDay: number; enough: number };

/** Facts come before they are due in so many days before the exam, or in as many as it takes to answer each fact so many times; ours. */
const daysAhead = 3;
const answersAhead = 1.5;

/** So many steps are enough for the length of an interval: days that lie close together for how far off they are become one; ours. */
const stepsOfInterval = 12;

const landInSteps: Land = (day, interval) => {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(interval / stepsOfInterval)));
  return [{ dueDay: Math.round((day + interval) / step) * step, share: 1 }];
};

const examRecallOf = (cohort: Cohort, { terms, examDay }: Exam): number => (cohort.examRecall ??= recallAfter(cohort, examDay - cohort.lastDay, terms));

/**
 * With room left, what would not be recalled well enough on the day of the exam comes before its time, the least well recalled first, if that helps;
 * but only as late as leaves time for every fact.
 */
function reviewAhead(course: Course, exam: Exam): void {
  const { schedule, day, terms } = course;
  const daysLeft = exam.examDay - day;
  if (course.room <= 0 || (daysLeft > daysAhead && daysLeft * exam.perDay > answersAhead * exam.facts)) return;
  const ahead = cohortsOf(schedule)
    .filter((cohort) => cohort.lastDay < day && examRecallOf(cohort, exam) < exam.enough)
    .map((cohort) => ({ cohort, recall: recallAfter(cohort, day - cohort.lastDay, terms) }));
  for (const { cohort } of ahead.sort((a, b) => a.recall - b.recall)) {
    if (course.room <= 0) return;
    const expected = expectOf(course, cohort);
    const onExam = (change: LogMemory) => recallAfter(changed(cohort, change), daysLeft, terms);
    const after = expected.rightChance * onExam(expected.right) + (1 - expected.rightChance) * onExam(expected.wrong);
    if (after > examRecallOf(cohort, exam)) review(course, cohort, expected);
  }
}

function studyDay(course: Course, exam: Exam, day: number, room: number): CourseDay {
  Object.assign(course, { day, room, answers: 0 });
  reviewDue(course);
  const begun = begin(course);
  reviewAhead(course, exam);
  return { answers: course.answers, begun };
}

/**
 * Courses of study for a task: the expected one from today to the day before the exam (`examDays` ≥ 0 from today), with at most `perDay` ≥ 0 answers a day:
 * what is due, the oldest first, then facts not begun, then what would be known too badly at the exam (see course.ts for what an answer does).
 * No chance is involved: the same task gives the same course.
 */
export function createCourses(task: ExamTask): (examDays: number, perDay: number) => ExamCourse {
  const start = startOf(task);
  const terms = termsOf(task, landInSteps);
  // Facts that are hardly begun stay below the goal, so the others have to be above it.
  const enough = (1 + task.goal) / 2;
  return (examDays, perDay) => {
    const exam: Exam = { terms, facts: task.facts.length, examDay: examDays, perDay, enough };
    const course = courseFrom(start, terms);
    const days = Array.from({ length: examDays }, (_, day) => studyDay(course, exam, day, day === 0 ? Math.max(0, perDay - start.answeredToday) : perDay));
    const recalled = cohortsOf(course.schedule).reduce((sum, cohort) => sum + cohort.size * examRecallOf(cohort, exam), 0);
    return { share: task.facts.length === 0 ? 1 : recalled / task.facts.length, days };
  };
}
