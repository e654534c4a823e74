/** Stands for the HTML that Salesforce serves, whatever was asked for, while an instance is down. */
export const maintenancePage = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><title>Down for maintenance</title></head>
<body><h1>This instance is down for maintenance.</h1><p>Please try again in a few minutes.</p></body>
</html>
`;
