@echo off
rem The command fastshot of a distribution, for Windows: finds a Java 25 runtime (JAVA_HOME, then the PATH) and starts the program.
rem FASTSHOT_JAVA_OPTS: more options for the JVM. Which options a command has: lib\jvm-options, which this follows.
setlocal DisableDelayedExpansion
set "fastshot_java="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined fastshot_java for %%j in (java.exe) do call :try "%%~$PATH:j"
if not defined fastshot_java (
  echo fastshot: a Java 25 runtime is needed, in JAVA_HOME or on the PATH: install for example Eclipse Temurin 25 ^(https://adoptium.net^). 1>&2
  exit /b 1
)
set "fastshot_kind=command"
if "%~1"=="demo" set "fastshot_kind=cloud"
if "%~1"=="serve" set "fastshot_kind=cloud"
if "%~1"=="show" set "fastshot_kind=window"
set "fastshot_lib=%~dp0..\lib"
"%fastshot_java%" "@%fastshot_lib%\jvm\common" "@%fastshot_lib%\jvm\%fastshot_kind%" %FASTSHOT_JAVA_OPTS% -jar "%fastshot_lib%\fastshot.jar" %*
exit /b %ERRORLEVEL%

rem try JAVA: sets fastshot_java if that says it is new enough.
:try
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
set "fastshot_version="
for /f "tokens=2" %%v in ('^""%~1" --version 2^>nul^"') do if not defined fastshot_version set "fastshot_version=%%v"
if not defined fastshot_version exit /b 0
for /f "tokens=1 delims=.+-" %%m in ("%fastshot_version%") do if %%m GEQ 25 set "fastshot_java=%~1"
exit /b 0
