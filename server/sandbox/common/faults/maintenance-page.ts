/** Stands for the HTML that a service answers with, whatever was asked for, while it is being worked on. */
export const maintenancePage = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><title>Down for maintenance</title></head>
<body><h1>This service is down for maintenance.</h1><p>Please try again in a few minutes.</p></body>
</html>
`;
