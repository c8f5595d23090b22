const mostWords = 4;

/** Whether a text is a phrase rather than a name: too long to be typed, and too free to be proved false. */
export const isPhrase = (text: string) => text.trim().split(/\s+/).length > mostWords || /[;,(]/.test(text);
