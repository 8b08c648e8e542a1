import { configureGlobal } from 'fast-check';

// What a property test tries is the same in every run: a change is never refused for what was found by chance. Who looks
// for more asks for more runs, with another seed; the longest tests have an environment variable for that.
configureGlobal({ seed: 20_261_121 });
