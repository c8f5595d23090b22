/** Where a picture is, for those who may use its set. */
export const pictureAddress = (pictureId: string): string => `/api/sets/own/pictures/${pictureId}`;

/** Where it is for those who have the link to its set. */
export const sharedPictureAddress = (code: string, pictureId: string): string => `/api/sets/shared/${code}/pictures/${pictureId}`;
