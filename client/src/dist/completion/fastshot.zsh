# In ~/.zshrc: source /path/to/fastshot/completion/fastshot.zsh
autoload -Uz compinit bashcompinit
whence compdef >/dev/null || compinit
bashcompinit
source "${${(%):-%x}:A:h}/fastshot.bash"
