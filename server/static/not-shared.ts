import type { Context } from "hono";
import { NOT_RECEIVED, SHARE_ADDRESS } from "../../shared/shared-file.ts";

/**
 * Answers a share that has reached the server, because no service worker stood before it: it never reads what it holds,
 * which belongs on the tablet, and sends the person to the screen that says what to do.
 */
export const notShared = (context: Context): Response => {
  // The rest of some megabytes is not waited for.
  context.header("connection", "close");
  return context.redirect(`${SHARE_ADDRESS}${NOT_RECEIVED}`, 303);
};
