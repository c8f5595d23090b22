import account from "./en/account.json";
import drawings from "./en/drawings.json";
import explore from "./en/explore.json";
import grading from "./en/grading.json";
import home from "./en/home.json";
import problem from "./en/problem.json";
import reports from "./en/reports.json";
import site from "./en/site.json";
import study from "./en/study.json";

/** Every word of the interface; a namespace is a file. */
export const english = { account, drawings, explore, grading, home, problem, reports, site, study };
