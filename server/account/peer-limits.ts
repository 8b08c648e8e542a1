/** Registrations and sign-ins that one airline's site may cause here: ten a second, far above what a peak needs. */
export const peerCallsPerMinute = 600;

/** How long an account waits for the peers in all; after it the person is answered without them. */
export const peerTimeoutMs = 1_000;
