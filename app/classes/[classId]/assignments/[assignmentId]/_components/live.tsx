import { ClientMessages } from "@/app/_components/client-messages";
import { LiveWork } from "@/components/classroom/live-work";
import { liveAssignment } from "@/lib/data/class-live";
import { databaseClock } from "@/lib/data/database-clock";
import { getSettings } from "@/lib/data/settings";
import type { Viewer } from "@/lib/data/viewer";

type LiveProps = { assignmentId: string; viewer: Viewer };

/** How a quiz stands now, for those who teach the class; it goes on by itself in the browser. */
export async function Live({ assignmentId, viewer }: LiveProps) {
  const [first, { timeZone }] = await Promise.all([liveAssignment(viewer, assignmentId, databaseClock), getSettings(viewer)]);
  return (
    <ClientMessages names={["gradebook"]}>
      <LiveWork assignmentId={assignmentId} first={first} timeZone={timeZone} />
    </ClientMessages>
  );
}
