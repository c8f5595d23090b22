import { begin, courseFrom, recalledOn, reviewDue, startOf, termsOf, type Course, type CourseDay, type CourseStart, type CourseTask, type Land } from "./course";
import { cardsLeft, roomOnAverage, type DayLoad } from "./intake";
import { fuzzRange } from "./interval";

/** What the learner's days hold, and what has been done of today. */
export type DailyLoad = Omit<DayLoad, "reviewsLeft">;

/** `recalled`: the facts expected to be recalled on each of the days that were asked for. */
export type DailyCourse = { days: CourseDay[]; recalled: number[] };

/** Facts with one interval come again on no more than so many days of those that chance may choose; ours. */
const mostDays = 5;

/** Called hundred thousands of times for a year, so without closures. */
const landBySpread: Land = (day, interval, longest) => {
  const { lowest, highest } = fuzzRange(interval, longest);
  const count = Math.min(mostDays, Math.round(highest) - Math.round(lowest) + 1);
  const [width, share] = [(highest - lowest) / count, 1 / count];
  const places: { dueDay: number; share: number }[] = [];
  for (let i = 0; i < count; i++) places.push({ dueDay: day + Math.min(longest, Math.round(lowest + (i + 0.5) * width)), share });
  return places;
};

const nothingDone = { answers: 0, answeringMs: 0 };

/** A day as the app holds it: everything that is due, and new facts as far as that leaves room in the budget. */
function studyDay(course: Course, day: number, { missed }: CourseStart, load: DailyLoad): CourseDay {
  const isToday = day === 0;
  Object.assign(course, { day, room: Infinity, answers: isToday ? missed : 0 });
  reviewDue(course);
  const left = cardsLeft(isToday ? load : { ...load, ...nothingDone }) - course.answers;
  const cost = 2 - course.terms.expect(null, 0).rightChance;
  // What is due today is known; on other days its number varies as that of independent events does, by its square root.
  course.room = roomOnAverage(left, isToday ? 0 : Math.sqrt(course.answers), cost, Math.max(0, load.newFactsPerDay - (isToday ? load.begunToday : 0)));
  const begun = begin(course);
  return { answers: course.answers, begun };
}

/**
 * The expected course of so many days ≥ 0 from today on which the learner answers all that the app asks (see course.ts for what an answer does), and
 * the facts recalled at the beginning of some of these days or on the day after them (`recallDays`, ascending, counted from today). Without chance.
 */
export function dailyCourse(task: CourseTask, load: DailyLoad, length: number, recallDays: readonly number[] = []): DailyCourse {
  const start = startOf(task);
  const course = courseFrom(start, termsOf(task, landBySpread));
  const days: CourseDay[] = [];
  const recalled: number[] = [];
  for (let day = 0; day <= length; day++) {
    if (recallDays.includes(day)) recalled.push(recalledOn({ ...course, day }));
    if (day < length) days.push(studyDay(course, day, start, load));
  }
  return { days, recalled };
}
