export * from './account';
export * from './booking';
export * from './catalogue';
export * from './global-transactions';
export * from './inventory';
export * from './memory';
export * from './replication';
