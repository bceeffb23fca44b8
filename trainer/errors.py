"""The errors that a user can mend, told in one sentence."""


class UserError(Exception):
    """Something foreseen went wrong; the text says what, where and what to do.

    The command line prints the text as one line on stderr and exits with `exit_code`; the window shows it
    in place. Anything else that is raised is a fault of ours and goes to the excepthook.
    """

    exit_code = 2
