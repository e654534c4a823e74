// Preloaded into every process we start. When the one that started us is gone, however it went
// (SIGKILL included), its end of the channel closes, and we stop as if asked to: no server is left
// behind to hold the port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Listening must not by itself keep a process alive.
process.channel?.unref();
