import account from "./en/account.json";
import explore from "./en/explore.json";
import grading from "./en/grading.json";
import home from "./en/home.json";
import problem from "./en/problem.json";
import site from "./en/site.json";
import study from "./en/study.json";

/** Every word of the interface; a namespace is a file. */
export const english = { account, explore, grading, home, problem, site, study };
