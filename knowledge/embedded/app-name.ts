/** By this name the server knows the driver of this very program, which asks for nothing that only tools need. */
export const appName = 'counteroffer';
