/** The class of who has studied for a month: lent a set on what they have learnt, and to know it in some months. */
export const studiedClass = { name: "Rocketry evening", set: "Rockets of the evening", goal: "Know the rockets" };
