/** Whoever cannot see moves rows and pairs with buttons and keys, which say what they did; dragging is for the eye and adds no words. */
export const ownAnnouncements = {
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
  screenReaderInstructions: { draggable: "" },
};
