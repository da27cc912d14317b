// title: Evaluation of the main module
// activity: javascript
// task: main
// at: spins
// victims: nobody
const end = Date.now() + 200;
while (Date.now() < end); // spins
