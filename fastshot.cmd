@echo off
rem The command fastshot of a source checkout on Windows: finds a JDK 25 (JAVA_HOME, then the PATH), builds what is missing or stale
rem (build\Checkout.java), runs the client. FASTSHOT_JAVA_OPTS: more options for the JVM. In other systems' shells: ./fastshot.
setlocal DisableDelayedExpansion
if "%~1"=="deploy" goto :shell
if "%~1"=="destroy" goto :shell
set "fastshot_java="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined fastshot_java for %%j in (java.exe) do call :try "%%~$PATH:j"
if not defined fastshot_java (
  echo fastshot: a JDK 25 is needed, in JAVA_HOME or on the PATH: install for example Eclipse Temurin 25 ^(https://adoptium.net^). 1>&2
  exit /b 1
)
set "fastshot_root=%~dp0."
"%fastshot_java%" "%fastshot_root%\build\Checkout.java" "%fastshot_root%"
if errorlevel 1 exit /b 1
set "fastshot_launch=%fastshot_root%\client\target\launch-cmd"
set /p fastshot_build=<"%fastshot_launch%\current"
set "fastshot_kind=command"
if "%~1"=="demo" set "fastshot_kind=cloud"
if "%~1"=="serve" set "fastshot_kind=cloud"
if "%~1"=="show" set "fastshot_kind=window"
"%fastshot_java%" "@%fastshot_root%\build\jvm\common" "@%fastshot_root%\build\jvm\%fastshot_kind%" %FASTSHOT_JAVA_OPTS% "@%fastshot_launch%\%fastshot_build%\arguments" io.fastshot.client.Main %*
exit /b %ERRORLEVEL%

:shell
echo fastshot: "%~1" is a script for a Unix shell: run ./fastshot %~1 in Git Bash or WSL. 1>&2
exit /b 2

rem try JAVA: sets fastshot_java if that is of a JDK and says it is new enough.
:try
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
if not exist "%~dp1javac.exe" exit /b 0
set "fastshot_version="
for /f "tokens=2" %%v in ('^""%~1" --version 2^>nul^"') do if not defined fastshot_version set "fastshot_version=%%v"
if not defined fastshot_version exit /b 0
for /f "tokens=1 delims=.+-" %%m in ("%fastshot_version%") do if %%m GEQ 25 set "fastshot_java=%~1"
exit /b 0
