-- A device that carries several seats of a panel: the session of each further seat stands beside the one it was signed in with.
alter table session add column beside uuid references session (id);
