/** As high as the window, less the header (of two rows on the narrowest phones) and the room above: the session's foot stands at the lower edge. */
export const sessionHeight = "min-h-[calc(100dvh-7.875rem)] min-[23.5rem]:min-h-[calc(100dvh-5.125rem)] sm:min-h-[calc(100dvh-6.125rem)]";
